// What every notebook starts with: the course's library and the names it uses. Build it first: dotnet build Course.sln -c Release
#r "../lib/Course/bin/Release/net10.0/Course.dll"
#r "../lib/Course/bin/Release/net10.0/Judged.dll"

using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Threading;
using Course.Blur;
using Course.Blur.Box;
using Course.Blur.OffCpu;
using Course.Caches;
using Course.Caches.Reports;
using Course.Charts;
using Course.Exercises;
using Course.Images;
using Course.Measure;
using Course.Measure.Counting;
using Course.Patterns;
using Course.Patterns.Batch;
using Course.Profile;
using Course.Profile.Allocations;
using Course.Profile.Calls;
using Course.Profile.Heap;
using Course.Profile.Layouts;
using Course.Profile.Lines;
using Course.Profile.Pauses;
using Course.Profile.Sampling;
using Course.Scenes;
using Course.Traces;
using Course.Traces.Layouts;
using Course.Widgets;
using Judged;
using static Course.Exercises.Desk.Learner;
using Trace = Course.Traces.Trace;

class FirstCell;
Console.WriteLine(CellCompilation.Describe(typeof(FirstCell).Assembly));
