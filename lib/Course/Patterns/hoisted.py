import math

def roots_global(n):
    total = 0.0
    for i in range(n):
        total += math.sqrt(i)
    return total

def roots_local(n):
    sqrt, total = math.sqrt, 0.0
    for i in range(n):
        total += sqrt(i)
    return total
