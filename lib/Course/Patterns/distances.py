try:
    import numpy as np
except ImportError:
    np = None

def distances_loop(points):
    return [(x * x + y * y) ** 0.5 for x, y in points]

def distances_numpy(array):
    return np.sqrt((array ** 2).sum(axis=1))
