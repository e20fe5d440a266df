"""Least squares of relative errors, with factors of terms that are none below 0."""

import itertools
import math


def fitted(terms, points, measured):
    """Predictions for the points by the terms, or by those of them that leave least."""
    chosen = [c for n in range(1, len(terms) + 1) for c in itertools.combinations(terms, n)]
    candidates = [predictions for c in chosen if (predictions := by(c, points, measured))]
    return min(candidates, key=lambda p: sum((a / b - 1) ** 2 for a, b in zip(p, measured)))


def by(terms, points, measured):
    """Predictions by all of the terms, or nothing where a factor would be below 0."""
    columns = [[term(p) / y for p, y in zip(points, measured)] for term in terms]
    factors = solution([[dot(a, b) for b in columns] for a in columns], [sum(a) for a in columns])
    if factors is None or min(factors) < 0:
        return None
    return [sum(f * term(p) for f, term in zip(factors, terms)) for p in points]


def solution(matrix, right):
    """By Cramer's rule, for at most three unknowns; nothing where terms are one another's multiples."""
    whole = determinant(matrix)
    if abs(whole) <= 1e-9 * math.prod(row[i] for i, row in enumerate(matrix)):
        return None
    return [determinant([r[:i] + [y] + r[i + 1 :] for r, y in zip(matrix, right)]) / whole for i in range(len(right))]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** i * m[0][i] * determinant([r[:i] + r[i + 1 :] for r in m[1:]]) for i in range(len(m)))


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def exponent(sizes, values):
    """Slope of the logarithms."""
    x, y = [math.log(s) for s in sizes], [math.log(v) for v in values]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)
