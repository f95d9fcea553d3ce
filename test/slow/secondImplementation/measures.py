"""A second implementation of the engine's measures, in float64, from the papers: NumPy and SciPy.

Reads a JSON list of jobs from standard input, each a dictionary with its "kind", and prints the list of the answers.
"""

import json
import sys

import numpy as np
import scipy.linalg
import scipy.stats


def frechet(job):
    one, other = (np.reshape(job[key], (-1, job["dimensions"])) for key in ("one", "other"))
    c, d = np.cov(one.T), np.cov(other.T)
    root = scipy.linalg.sqrtm(c @ d).real
    return float(((one.mean(0) - other.mean(0)) ** 2).sum() + np.trace(c + d - 2 * root))


def effective_modes(job):
    return float(np.exp(scipy.stats.entropy(job["counts"])))


def wasserstein(job):
    return float(scipy.stats.wasserstein_distance(job["one"], job["other"]))


def nearest_neighbour(job):
    both = np.reshape(job["one"] + job["other"], (-1, job["dimensions"]))
    count = len(both) // 2
    distances = ((both[:, None] - both[None]) ** 2).sum(2)
    np.fill_diagonal(distances, np.inf)
    nearest = distances.argmin(1)
    return float(np.mean((np.arange(2 * count) < count) == (nearest < count)))


def jensen_shannon(job):
    low, high, cells = job["low"], job["high"], job["cells"]
    edges = np.linspace(low, high, cells + 1)

    def shares(points):
        x, y = np.clip(np.reshape(points, (-1, 2)), low, high - 1e-9).T
        counts = np.histogram2d(x, y, [edges, edges])[0].ravel()
        return counts / counts.sum()

    p, q = shares(job["one"]), shares(job["other"])
    m = (p + q) / 2
    return float((scipy.stats.entropy(p, m, base=2) + scipy.stats.entropy(q, m, base=2)) / 2)


def pictures(job):
    """mini-FID, the share that is convincing, fine detail and the memorisation gap, by an exact SVD."""
    length = job["length"]
    fitted, reference, samples, shown, unseen = (
        np.reshape(job[key], (-1, length)) for key in ("fitted", "reference", "samples", "shown", "unseen")
    )
    centre = fitted.mean(0)
    _, singular, directions = np.linalg.svd(fitted - centre, full_matrices=False)
    directions = directions[: job["components"]]
    scale = 1 / np.sqrt((singular[: job["components"]] ** 2 / (len(fitted) - 1)).sum())

    def project(values):
        points = scale * (values - centre) @ directions.T
        outside = scale**2 * ((values - centre) ** 2).sum(1) - (points**2).sum(1)
        return points, outside

    points, outside = project(reference)
    fakes, fakes_outside = project(samples)
    neighbours = points[: job["neighbours"]]

    def nearest(queries, exclude_self):
        distances = ((queries[:, None] - neighbours[None]) ** 2).sum(2)
        if exclude_self:
            np.fill_diagonal(distances, np.inf)
        return distances.min(1)

    probes = job["probes"]
    typical = np.sort(nearest(points[:probes], True) + outside[:probes])
    radius = 1.5**2 * typical[int(0.9 * probes)]
    distance = frechet({"one": points.ravel(), "other": fakes.ravel(), "dimensions": points.shape[1]})

    def mean_distance(originals):
        queries = samples[: job["compared"]]
        squared = np.stack([((query - originals) ** 2).mean(1).min() for query in queries])
        return np.sqrt(squared).mean()

    return {
        "miniFid": float(distance),
        "convincing": float((nearest(fakes, False) + fakes_outside <= radius).mean()),
        "fineDetail": float(fakes_outside.mean() / outside[len(fitted) :].mean()),
        "gap": float(1 - mean_distance(shown) / mean_distance(unseen)),
    }


KINDS = {
    "frechet": frechet,
    "effectiveModes": effective_modes,
    "wasserstein": wasserstein,
    "nearestNeighbour": nearest_neighbour,
    "jensenShannon": jensen_shannon,
    "pictures": pictures,
}

json.dump([KINDS[job["kind"]](job) for job in json.load(sys.stdin)], sys.stdout)
