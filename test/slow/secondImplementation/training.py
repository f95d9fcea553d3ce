"""A second implementation of losses, penalties, optimizers and a whole round, in float64, from the papers: PyTorch.

Reads a JSON list of jobs from standard input, each a dictionary with its "kind", and prints the list of the answers.
"""

import json
import sys

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
LEAK = 0.2


def numbers(values):
    return torch.tensor(values, dtype=torch.float64)


def tensor(array):
    return numbers(array["values"]).reshape(array["shape"])


# Losses of the logits.


def discriminator_loss(loss, real, fake, smoothing):
    if loss in ("nonSaturating", "saturating"):
        label = torch.full_like(real, 1 - smoothing)
        return F.binary_cross_entropy_with_logits(real, label) + F.binary_cross_entropy_with_logits(
            fake, torch.zeros_like(fake)
        )
    if loss == "naiveLogSigmoid":
        return F.binary_cross_entropy(torch.sigmoid(real), torch.full_like(real, 1 - smoothing)) + F.binary_cross_entropy(
            torch.sigmoid(fake), torch.zeros_like(fake)
        )
    if loss == "leastSquares":
        return F.mse_loss(real, torch.full_like(real, 1 - smoothing)) + F.mse_loss(fake, torch.zeros_like(fake))
    if loss == "hinge":
        return (1 - real).clamp(min=0).mean() + (1 + fake).clamp(min=0).mean()
    return fake.mean() - real.mean()


def generator_loss(loss, fake):
    if loss in ("nonSaturating", "naiveLogSigmoid"):
        return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
    if loss == "saturating":
        return -F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
    if loss == "leastSquares":
        return F.mse_loss(fake, torch.ones_like(fake))
    return -fake.mean()


def losses(job):
    real, fake = (numbers(job[key]).requires_grad_(True) for key in ("real", "fake"))
    of_d = discriminator_loss(job["loss"], real, fake, job["smoothing"])
    on_real, on_fake = torch.autograd.grad(of_d, [real, fake], allow_unused=True)
    of_g = generator_loss(job["loss"], fake)
    (for_g,) = torch.autograd.grad(of_g, [fake])
    return [float(of_d.detach()), *on_real.tolist(), *on_fake.tolist(), float(of_g.detach()), *for_g.tolist()]


# Optimizers.


def optimizer_of(kind, parameters, rate, beta1, beta2):
    if kind == "adam":
        return torch.optim.Adam(parameters, lr=rate, betas=(beta1, beta2), eps=1e-8)
    if kind == "rmsprop":
        return torch.optim.RMSprop(parameters, lr=rate, alpha=0.9, eps=1e-8)
    return torch.optim.SGD(parameters, lr=rate, momentum=0.9 if kind == "momentum" else 0)


def steps(job):
    weights = numbers(job["start"]).requires_grad_(True)
    optimizer = optimizer_of(job["optimizer"], [weights], job["rate"], job["beta1"], job["beta2"])
    for gradient in job["gradients"]:
        weights.grad = numbers(gradient)
        optimizer.step()
    return weights.tolist()


# A whole round.


def activate(x, kind):
    return {"relu": F.relu, "tanh": torch.tanh}.get(kind, lambda y: F.leaky_relu(y, LEAK))(x)


def discriminate(parameters, x, kind):
    """x [count, height, width, channels] or [count, 2]; filters are [height, width, in, out], all halving."""
    last = len(parameters) - 2
    for index in range(0, len(parameters), 2):
        weights, bias = parameters[index], parameters[index + 1]
        if weights.dim() == 4:
            filters = weights.permute(3, 2, 0, 1)
            x = F.conv2d(x.permute(0, 3, 1, 2), filters, bias, stride=2, padding=1).permute(0, 2, 3, 1)
        else:
            x = x.reshape(len(x), -1) @ weights + bias
        x = x if index == last else activate(x, kind)
    return x[:, 0]


def generate(parameters, z, kind, smallest, is_picture):
    """Filters of transposed convolutions are [height, width, out, in], all doubling."""
    x, last = z, len(parameters) - 2
    for index in range(0, len(parameters), 2):
        weights, bias = parameters[index], parameters[index + 1]
        if weights.dim() == 4:
            filters = weights.permute(3, 2, 0, 1)
            x = F.conv_transpose2d(x.permute(0, 3, 1, 2), filters, bias, stride=2, padding=1).permute(0, 2, 3, 1)
        else:
            x = x @ weights + bias
            x = x.reshape([len(z), *smallest]) if index == 0 and smallest else x
        x = x if index == last else activate(x, kind)
    return torch.tanh(x) if is_picture else x


def slopes(score, x):
    x = x.detach().requires_grad_(True)
    (gradient,) = torch.autograd.grad(score(x).sum(), x, create_graph=True)
    return (gradient**2).reshape(len(x), -1).sum(1)


def norm(gradients):
    return float(torch.sqrt(sum((gradient**2).sum() for gradient in gradients)))


def one_round(job):
    d, g = ([tensor(each).requires_grad_(True) for each in job[key]] for key in ("discriminator", "generator"))
    h, real, fake = job["h"], tensor(job["real"]), tensor(job["fake"])

    def score(x):
        return discriminate(d, x, h["discriminatorActivation"])

    loss_d = discriminator_loss(h["loss"], score(real), score(fake), h["labelSmoothing"])
    total = loss_d + h["gamma"] / 2 * slopes(score, real).mean()
    if job["interpolates"] is not None:
        lengths = torch.sqrt(slopes(score, tensor(job["interpolates"])))
        total = total + h["gradientPenaltyWeight"] * ((lengths - 1) ** 2).mean()
    gradients_d = torch.autograd.grad(total, d)
    optimizer = optimizer_of(
        h["discriminatorOptimizer"], d, h["discriminatorLearningRate"], h["discriminatorBeta1"], h["discriminatorBeta2"]
    )
    for weights, gradient in zip(d, gradients_d):
        weights.grad = gradient
    optimizer.step()

    forged = generate(g, tensor(job["latent"]), h["generatorActivation"], job["smallest"], real.dim() == 4)
    loss_g = generator_loss(h["loss"], score(forged))
    gradients_g = torch.autograd.grad(loss_g, g)
    optimizer = optimizer_of(
        h["generatorOptimizer"], g, h["generatorLearningRate"], h["generatorBeta1"], h["generatorBeta2"]
    )
    for weights, gradient in zip(g, gradients_g):
        weights.grad = gradient
    optimizer.step()
    return {
        "numbers": [float(loss_d.detach()), norm(gradients_d), float(loss_g.detach()), norm(gradients_g)],
        "gradients": [each.ravel().tolist() for each in [*gradients_d, *gradients_g]],
        "after": [each.detach().ravel().tolist() for each in [*d, *g]],
    }


KINDS = {
    "losses": losses,
    "steps": steps,
    "round": one_round,
}

json.dump([KINDS[job["kind"]](job) for job in json.load(sys.stdin)], sys.stdout)
