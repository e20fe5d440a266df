"""Writes across_networks.csv (accuracy, parameters and one value per participant of made networks)
and what numpy and scipy make of it: across_networks_expected.csv.

Needs numpy and scipy:  python across_networks.py
"""
import csv
import itertools
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).resolve().parent
rng = np.random.default_rng(20261128)
DRAWS = 2_000
NETWORKS, PARTICIPANTS = 9, 5

accuracy = np.array([57.1, 69.8, 71.9, 74.4, 77.7, 77.7, 80.2, 82.0, 84.1])
parameters = np.array([61.1e6, 6.6e6, 3.5e6, 8e6, 5.3e6, 7.8e6, np.nan, 12.2e6, 88.6e6])
values = np.round(0.004 * (accuracy[:, None] - 70) + rng.normal(0.1, 0.03, (NETWORKS, PARTICIPANTS)), 4)
values[2, 1] = np.nan  # a participant whose encoding of one network failed
values[5, :] = values[4, :]  # networks that tie


def mean(rows):
    return np.nanmean(rows, axis=1)


def rho(acc, lateralisation, _):
    return stats.spearmanr(acc, lateralisation).statistic


def partial(acc, lateralisation, held):
    """Of ranks: the correlation of what least squares on the third one's leave of both."""
    ranks = [stats.rankdata(x) for x in (acc, lateralisation, held)]
    if len(acc) < 4 or np.ptp(ranks[2]) == 0:
        return np.nan if len(acc) < 4 else stats.pearsonr(*ranks[:2]).statistic
    design = np.column_stack([np.ones(len(acc)), ranks[2]])
    left = [r - design @ np.linalg.lstsq(design, r, rcond=None)[0] for r in ranks[:2]]
    if min(np.sum(x**2) for x in left) < 1e-9:
        return np.nan
    return stats.pearsonr(*left).statistic


def interval(statistic, chosen):
    acc, lat, par = accuracy[chosen], values[chosen], np.log10(parameters[chosen])
    people = np.random.RandomState(0).randint(0, PARTICIPANTS, (DRAWS, PARTICIPANTS))
    networks = np.random.RandomState(1).randint(0, len(acc), (DRAWS, len(acc)))
    drawn = []
    for p, n in zip(people, networks):
        means = mean(lat[:, p])
        n = n[~np.isnan(means[n])]
        with np.errstate(all="ignore"):
            if len(n) > 1 and np.ptp(acc[n]) > 0 and np.ptp(means[n]) > 0:
                drawn.append(statistic(acc[n], means[n], par[n]))
    drawn = np.array(drawn)
    return np.quantile(drawn[~np.isnan(drawn)], [0.025, 0.975])


def permuted_p(acc, lateralisation):
    """Two-sided, over all orders and over drawn ones; scipy would double the smaller tail."""
    one, other = stats.rankdata(acc), stats.rankdata(lateralisation)
    random, order, drawn = np.random.RandomState(0), other.copy(), [other]
    for _ in range(99_999):
        random.shuffle(order)
        drawn.append(order.copy())
    bound = abs(np.corrcoef(one, other)[0, 1]) - 1e-12

    def share(orders):
        return np.mean(np.abs((orders - other.mean()) @ (one - one.mean()))
                       / (len(one) * one.std() * other.std()) >= bound)

    return share(np.array(list(itertools.permutations(other)))), share(np.array(drawn))


known = ~np.isnan(parameters)
every = np.ones(NETWORKS, bool)
expected = [rho(accuracy, mean(values), None), *interval(rho, every),
            *permuted_p(accuracy, mean(values)),
            partial(accuracy[known], mean(values[known]), np.log10(parameters[known])),
            *interval(partial, known)]


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([[str(cell) for cell in row] for row in rows])


write("across_networks.csv", ["acc1", "parameters", *(f"subj{i + 1:02d}" for i in range(PARTICIPANTS))],
      [[a, p, *v] for a, p, v in zip(accuracy, parameters, values)])
write("across_networks_expected.csv",
      ["rho", "ci_low", "ci_high", "p_all", "p_drawn", "partial_rho", "partial_ci_low",
       "partial_ci_high"], [expected])
