def prepare_list(n):
    haystack = list(range(n))
    return lambda: n - 1 in haystack

def prepare_set(n):
    haystack = set(range(n))
    return lambda: n - 1 in haystack
