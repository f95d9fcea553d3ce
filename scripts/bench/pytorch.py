"""One of the bench's jobs in PyTorch, on one thread: what a student would use otherwise.

    python3 pytorch.py portraits|points

Prints one JSON object: the rounds a second, measured once, for the bench takes turns. Data are random numbers of the right shape, for only time counts.
The networks, batches, updates and penalties are those of jobs.ts.
"""

import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional

torch.set_num_threads(1)
torch.manual_seed(1)

WARM_UP = 20


def rounds_per_second(run_round, rounds):
    """Over so many rounds."""
    for _ in range(WARM_UP):
        run_round()
    began = time.perf_counter()
    for _ in range(rounds):
        run_round()
    return rounds / (time.perf_counter() - began)


def portraits():
    """The default pair on 16 x 16 pixels: non-saturating loss on logits, R1 every fourth round, Adam, batch 32."""
    batch, latent, width, interval, gamma = 32, 16, 24, 4, 0.6
    generator = nn.Sequential(
        nn.Linear(latent, 16 * 2 * width),
        nn.Unflatten(1, (2 * width, 4, 4)),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(width, 3, 4, 2, 1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        nn.Conv2d(3, width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(16 * 2 * width, 1),
    )
    averaged = [parameter.detach().clone() for parameter in generator.parameters()]
    optimizers = {
        network: torch.optim.Adam(network.parameters(), lr=4e-3, betas=(0.5, 0.99))
        for network in (generator, discriminator)
    }
    originals = torch.rand(4096, 3, 16, 16) * 2 - 1
    state = {"round": 0}

    def run_round():
        real = originals[torch.randint(len(originals), (batch,))]
        with torch.no_grad():
            fake = generator(torch.randn(batch, latent))
        penalised = state["round"] % interval == 0
        if penalised:
            real.requires_grad_(True)
            on_real, on_fake = discriminator(real), discriminator(fake)
        else:
            on_real, on_fake = discriminator(torch.cat([real, fake])).split(batch)
        loss = functional.softplus(-on_real).mean() + functional.softplus(on_fake).mean()
        if penalised:
            (slope,) = torch.autograd.grad(on_real.sum(), real, create_graph=True)
            loss = loss + slope.square().sum() * (gamma * interval / (2 * batch))
        optimizers[discriminator].zero_grad()
        loss.backward()
        optimizers[discriminator].step()

        optimizers[generator].zero_grad()
        functional.softplus(-discriminator(generator(torch.randn(batch, latent)))).mean().backward()
        optimizers[generator].step()
        with torch.no_grad():
            for mean, parameter in zip(averaged, generator.parameters()):
                mean.lerp_(parameter, 0.02)
        state["round"] += 1

    return rounds_per_second(run_round, 200)


def points():
    """GAN Lab's job: batch 150, 2-8-8-2 and 2-8-8-1 with ReLU, SGD, two discriminator updates and one of the generator."""
    batch = 150

    def network(outputs):
        return nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, outputs))

    generator, discriminator = network(2), network(1)
    optimizers = {net: torch.optim.SGD(net.parameters(), lr=0.1) for net in (generator, discriminator)}
    originals = torch.randn(4096, 2)

    def run_round():
        for _ in range(2):
            real = originals[torch.randint(len(originals), (batch,))]
            with torch.no_grad():
                fake = generator(torch.randn(batch, 2))
            on_real, on_fake = discriminator(torch.cat([real, fake])).split(batch)
            loss = functional.softplus(-on_real).mean() + functional.softplus(on_fake).mean()
            optimizers[discriminator].zero_grad()
            loss.backward()
            optimizers[discriminator].step()
        optimizers[generator].zero_grad()
        functional.softplus(-discriminator(generator(torch.randn(batch, 2)))).mean().backward()
        optimizers[generator].step()

    return rounds_per_second(run_round, 2000)


job = {"portraits": portraits, "points": points}[sys.argv[1]]
print(json.dumps({"version": torch.__version__, "roundsPerSecond": job()}))
