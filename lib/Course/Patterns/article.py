import time

import numpy as np
from scipy.ndimage import convolve


def blur_lists(image):
    return blur_into(image, [row[:] for row in image])


def blur_into(image, result):
    height, width = len(image), len(image[0])
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            total = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    total += image[y + dy][x + dx]
            result[y][x] = total / 9
    return result


WEIGHTS = np.full((3, 3), 1 / 9)


def blur_optimised(image, rows, result):
    rows[:, 1:-1] = image[:, :-2]
    rows[:, 1:-1] += image[:, 1:-1]
    rows[:, 1:-1] += image[:, 2:]
    sums = rows[:-2, 1:-1] + rows[1:-1, 1:-1]
    sums += rows[2:, 1:-1]
    sums += 4
    sums //= 9
    result[1:-1, 1:-1] = sums
    return result


def article_steps(pixels, height, width):
    image = np.array(pixels, np.uint8).reshape(height, width)
    lists, reused, doubles = image.tolist(), image.tolist(), image.astype(np.float64)
    output, sums, optimised = np.empty_like(doubles), np.zeros((height, width), np.uint16), image.copy()
    return [
        ("Python, four loops over lists", lambda: blur_lists(lists)),
        ("the same, result lists reused", lambda: blur_into(lists, reused)),
        ("NumPy basic: scipy.ndimage.convolve", lambda: convolve(doubles, WEIGHTS)),
        ("NumPy in place: convolve with output=", lambda: convolve(doubles, WEIGHTS, output=output)),
        ("NumPy optimised: separable, 16-bit sums", lambda: blur_optimised(image, sums, optimised)),
    ]


def article_times(steps, rounds):
    times = [[] for _ in steps]
    for (_, step), samples in zip(steps, times):
        start = time.perf_counter()
        step()
        if (first := time.perf_counter() - start) > 0.1:
            samples.append(first * 1e3)
    for turn in range(rounds):
        for (_, step), samples in zip(steps, times):
            if len(samples) > turn:
                continue
            calls, start = 0, time.perf_counter()
            while calls == 0 or time.perf_counter() - start < 0.002:
                step()
                calls += 1
            samples.append((time.perf_counter() - start) / calls * 1e3)
    return times
