#!/usr/bin/env bash
# Makes a Debian machine ready for the comparison: other people's packages, and OpenCV built -O3 from Debian's own source package
# (core and imgproc only; Debian's binary is built -O2, which its vector loops suffer from). Everything built lies in a cache outside
# the clone; a second run takes seconds. usage: setup.sh [CACHE_FOLDER]; prints the folder as its last line.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${1:-${COURSE_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/course-peers}}
mkdir -p "$cache"
exec 3>&1 1>&2

packages=(python3 python3-opencv python3-numpy python3-scipy python3-pil libhalide14-0-dev g++ cmake ninja-build dpkg-dev)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

source=$cache/opencv/source build=$cache/opencv/build
if [ ! -e "$build/lib/libopencv_imgproc.so" ]; then
  # The source list of its own leaves the machine's lists alone.
  lists=$cache/apt; mkdir -p "$lists/partial" "$source"
  . /etc/os-release
  echo "deb-src http://deb.debian.org/debian $VERSION_CODENAME main" > "$cache/sources.list"
  options=(-o "Dir::Etc::sourcelist=$cache/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$lists")
  apt-get "${options[@]}" update -qq
  (cd "$cache/opencv" && apt-get "${options[@]}" source -qq --download-only opencv)
  tar xf "$cache"/opencv/opencv_*.orig.tar.* -C "$source" --strip-components=1
  off=(); for part in IPP ITT OPENCL EIGEN LAPACK ADE PROTOBUF QUIRC GTK FFMPEG TIFF WEBP OPENJPEG JASPER JPEG PNG OPENEXR 1394 V4L GSTREAMER; do off+=("-DWITH_$part=OFF"); done
  cmake -G Ninja -S "$source" -B "$build" -DCMAKE_BUILD_TYPE=Release -DBUILD_LIST=core,imgproc -DBUILD_TESTS=OFF -DBUILD_PERF_TESTS=OFF \
    -DBUILD_EXAMPLES=OFF -DBUILD_opencv_apps=OFF -DBUILD_JAVA=OFF -DENABLE_PRECOMPILED_HEADERS=OFF "${off[@]}" \
    -DCMAKE_CXX_FLAGS_RELEASE="-O3 -DNDEBUG" -DCMAKE_C_FLAGS_RELEASE="-O3 -DNDEBUG"
  ninja -C "$build" opencv_core opencv_imgproc
fi

library=$cache/libpeers.so
if [ ! -e "$library" ] || [ "$here/native/blurs.cpp" -nt "$library" ] || [ "$here/native/halide.cpp" -nt "$library" ]; then
  objects=$cache/halide; mkdir -p "$objects"
  g++ -O1 -std=c++17 -I/usr/include/halide14 "$here/native/halide.cpp" -o "$objects/compile" -lHalide14
  "$objects/compile" "$objects"
  g++ -O2 -std=c++17 -fPIC -shared -I/usr/include/halide14 -I"$objects" -I"$build" -I"$source/include" -I"$source/modules/core/include" \
    -I"$source/modules/imgproc/include" "$here/native/blurs.cpp" "$objects"/*.o -o "$library.part" \
    -L"$build/lib" -lopencv_imgproc -lopencv_core -Wl,-rpath,"$build/lib" -lpthread -ldl
  mv "$library.part" "$library"
fi
echo "$cache" >&3
