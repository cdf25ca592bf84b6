// What the comparison calls of other people's software: source and destination are rows of `width` elements without padding.
#include <HalideBuffer.h>
#include <algorithm>
#include <cstring>
#include <immintrin.h>
#include <opencv2/imgproc.hpp>
#include "mean_bytes_avx2.h"
#include "mean_bytes_avx512.h"
#include "mean_floats_avx2.h"
#include "mean_floats_avx512.h"

namespace {

using Kernel = int (*)(halide_buffer_t*, halide_buffer_t*);

// One column whose neighbours to one side lie outside the picture and repeat it.
template <class T> void edge_column(const T* source, T* destination, int width, int height, int x) {
    int left = std::max(x - 1, 0), right = std::min(x + 1, width - 1);
    for (int y = 0; y < height; y++) {
        typename std::conditional<std::is_same<T, float>::value, float, unsigned>::type sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            const T* row = source + (size_t)std::clamp(y + dy, 0, height - 1) * width;
            sum += row[left] + row[x] + row[right];
        }
        if constexpr (std::is_same<T, float>::value) destination[(size_t)y * width + x] = sum * (1.0f / 9);
        else destination[(size_t)y * width + x] = (sum + 4) / 9;
    }
}

template <class T> void halide(const T* source, T* destination, int width, int height, Kernel kernel) {
    Halide::Runtime::Buffer<T> from(const_cast<T*>(source), width, height), to(destination, width, height);
    Halide::Runtime::Buffer<T> inner = to.cropped(0, 1, width - 2);
    kernel(from, inner);
    edge_column(source, destination, width, height, 0);
    edge_column(source, destination, width, height, width - 1);
}

} // namespace

extern "C" {

const char* peers_opencv_version() { return CV_VERSION; }

// floats: 0 for bytes, 1 for floats. border: OpenCV's own number (1 replicates, 4 reflects without the edge pixel).
void peers_opencv(const void* source, void* destination, int width, int height, int floats, int side, int border) {
    cv::setNumThreads(1);
    int type = floats ? CV_32FC1 : CV_8UC1;
    cv::Mat from(height, width, type, const_cast<void*>(source)), to(height, width, type, destination);
    cv::blur(from, to, cv::Size(side, side), cv::Point(-1, -1), border);
}

void peers_halide_bytes(const uint8_t* source, uint8_t* destination, int width, int height, int avx512) {
    halide(source, destination, width, height, avx512 ? mean_bytes_avx512 : mean_bytes_avx2);
}

void peers_halide_floats(const float* source, float* destination, int width, int height, int avx512) {
    halide(source, destination, width, height, avx512 ? mean_floats_avx512 : mean_floats_avx2);
}

void peers_copy(const void* source, void* destination, size_t bytes) { memcpy(destination, source, bytes); }

// Past the caches. The destination is aligned to 64 bytes and the length a multiple of 128.
__attribute__((target("avx2"))) void peers_copy_past_caches(const char* source, char* destination, size_t bytes) {
    for (size_t i = 0; i < bytes; i += 128)
        for (size_t lane = 0; lane < 128; lane += 32)
            _mm256_stream_si256((__m256i*)(destination + i + lane), _mm256_loadu_si256((const __m256i*)(source + i + lane)));
    _mm_sfence();
}
}
