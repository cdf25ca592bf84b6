"""The contestants that Python has. Each is a function that leaves its picture where `result` finds it."""
import platform
import time

import cv2
import numpy
import PIL
import PIL.Image
import PIL.ImageFilter
import scipy
import scipy.ndimage

cv2.setNumThreads(1)

VERSIONS = {
    "opencv": cv2.__version__,
    "pillow": PIL.__version__,
    "loops": platform.python_version(),
    **dict.fromkeys(["nine_slices", "separable"], numpy.__version__),
    **dict.fromkeys(["uniform_filter", "convolve", "convolve_into"], scipy.__version__),
}


class Forms:
    def __init__(self, path, floats, width, height):
        self.source = numpy.fromfile(path, numpy.float32 if floats else numpy.uint8).reshape(height, width)
        self.destination = numpy.zeros_like(self.source)
        if not floats:
            self.picture = PIL.Image.fromarray(self.source)

    def opencv(self, radius):
        return lambda: cv2.blur(self.source, (2 * radius + 1, 2 * radius + 1), self.destination)

    def uniform_filter(self, radius):
        def run():
            scipy.ndimage.uniform_filter(self.source, 2 * radius + 1, output=self.destination, mode="nearest")
            return self.destination
        return run

    def convolve(self, _):
        image, weights = self.source.astype(numpy.float64), numpy.full((3, 3), 1 / 9)
        return lambda: scipy.ndimage.convolve(image, weights)

    def convolve_into(self, _):
        image, weights = self.source.astype(numpy.float64), numpy.full((3, 3), 1 / 9)
        result = numpy.empty_like(image)

        def run():
            scipy.ndimage.convolve(image, weights, output=result)
            return result
        return run

    def pillow(self, radius):
        blur = PIL.ImageFilter.BoxBlur(radius)
        return lambda: self.picture.filter(blur)

    def nine_slices(self, _):
        def run():
            image, (height, width) = self.source.astype(numpy.float64), self.source.shape
            result = image.copy()
            result[1:-1, 1:-1] = sum(image[1 + dy:height - 1 + dy, 1 + dx:width - 1 + dx] for dy in (-1, 0, 1) for dx in (-1, 0, 1)) / 9
            return result
        return run

    def separable(self, _):
        height, width = self.source.shape
        rows, sums, wide = (numpy.empty((height, width), numpy.uint16) for _ in range(3))
        result = self.source.copy()

        def run():
            numpy.copyto(wide, self.source)
            numpy.add(wide[:, :-2], wide[:, 1:-1], out=rows[:, 1:-1])
            numpy.add(rows[:, 1:-1], wide[:, 2:], out=rows[:, 1:-1])
            inner = sums[1:-1, 1:-1]
            numpy.add(rows[:-2, 1:-1], rows[1:-1, 1:-1], out=inner)
            numpy.add(inner, rows[2:, 1:-1], out=inner)
            numpy.add(inner, 4, out=inner)
            numpy.floor_divide(inner, 9, out=inner)
            numpy.copyto(result[1:-1, 1:-1], inner, casting="unsafe")
            return result
        return run

    def loops(self, _):
        image = self.source.tolist()
        return lambda: blur(image)


def time_calls(form, calls):
    start = time.perf_counter_ns()
    for _ in range(calls):
        form()
    return (time.perf_counter_ns() - start) / 1e6
