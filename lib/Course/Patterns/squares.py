try:
    import numpy as np
except ImportError:
    np = None

def squares_loop(items):
    result = []
    for x in items:
        result.append(x * x)
    return result

def squares_comprehension(items):
    return [x * x for x in items]

def squares_map(items):
    return list(map(lambda x: x * x, items))

def squares_numpy(array):
    return array * array
