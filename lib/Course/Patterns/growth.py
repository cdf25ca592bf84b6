import math as _math, random as _random, time as _time

def course_growth(forms, smallest, largest, limit=0.5):
    """The course's way of timing forms over growing inputs, in Python: forms is a list of (label, prepare), prepare(n) gives the call."""
    def sizes():
        step, n = 0, smallest
        while n < 0.8 * largest:
            yield n
            step += 1
            n = smallest * 10 ** (step // 2) * (1 if step % 2 == 0 else 3)
        yield largest

    def call(work, times):
        start = _time.perf_counter()
        for _ in range(times):
            work()
        return (_time.perf_counter() - start) / times

    curves = {label: [] for label, _ in forms}
    ended = set()
    for size in sizes():
        going = []
        for label, prepare in forms:
            if label in ended:
                continue
            n, points = size, curves[label]
            if len(points) > 1:
                last, before = points[-1], points[-2]
                slope = max(0.1, _math.log(last[1] / before[1]) / _math.log(last[0] / before[0]))
                n = int(min(size, max(last[0] + 1, last[0] * (1.4 * limit / last[1]) ** (1 / slope))))
            work = prepare(n)
            first = call(work, 1)
            if first < 0.1:
                first = call(work, 1)
            going.append((label, n, work, 0 if first > 0.02 else max(1, int(0.0005 / max(first, 1e-7)) + 1), [first] if first > 0.02 else []))
        for _ in range(5):
            _random.shuffle(going)
            for label, n, work, times, samples in going:
                if times:
                    samples.append(call(work, times))
        for label, n, work, times, samples in going:
            samples.sort()
            count = len(samples)
            curves[label].append([n, samples[count // 2], samples[count // 4], samples[(3 * count) // 4]])
            if samples[count // 2] > limit:
                ended.add(label)
    return [[label, points, label in ended] for label, points in curves.items()]
