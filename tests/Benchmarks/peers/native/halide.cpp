// Our own tuned schedule of the 3x3 mean for Halide, compiled ahead of time into one object for each instruction set.
// usage: halide OUTPUT_FOLDER
#include <Halide.h>
#include <string>
using namespace Halide;

// The columns that have both neighbours; rows above and below the picture repeat the nearest. blurs.cpp does the two outermost columns:
// with the columns' border in here too, Halide's own edge handling costs small pictures several times as much.
static void compile(Type type, const std::string& folder, const std::string& name, const Target& target) {
    ImageParam image(type, 2);
    Var x("x"), y("y"), band("band"), row("row");
    Func rows("rows"), result("result");
    bool bytes = type == UInt(8);
    Expr inside = clamp(y, 0, image.dim(1).extent() - 1);
    auto wide = [&](int dx) { return cast(bytes ? Type(UInt(16)) : type, image(x + dx, inside)); };
    rows(x, y) = wide(-1) + wide(0) + wide(1);
    Expr total = rows(x, y - 1) + rows(x, y) + rows(x, y + 1);
    if (bytes) result(x, y) = cast<uint8_t>((total + 4) / 9); // to nearest; nine is odd, so there are no ties
    else result(x, y) = total * (1.0f / 9);

    // Tiles of four rows by one vector: each row's sums are made once, in registers, and used by three rows.
    // Fastest of bands of 2, 3, 4, 6, 8, 12 rows, 16 to 128 lanes, and of keeping the sums of whole bands or of a sliding window.
    int lanes = bytes ? 32 : 16;
    result.split(y, band, row, 4).reorder(row, x, band).vectorize(x, lanes).unroll(row);
    rows.compute_at(result, x).vectorize(x, lanes).unroll(y);
    result.compile_to_file(folder + "/" + name, {image}, name, target);
}

int main(int, char** arguments) {
    std::string folder = arguments[1], avx2 = "x86-64-linux-sse41-avx-avx2-fma-f16c", avx512 = avx2 + "-avx512-avx512_skylake-avx512_cannonlake";
    for (auto& [suffix, features] : {std::pair{std::string("avx2"), avx2}, {std::string("avx512"), avx512}}) {
        Target target(features + "-no_runtime-no_asserts-no_bounds_query");
        compile(UInt(8), folder, "mean_bytes_" + suffix, target);
        compile(Float(32), folder, "mean_floats_" + suffix, target);
    }
    compile_standalone_runtime(folder + "/runtime.o", Target("x86-64-linux"));
}
