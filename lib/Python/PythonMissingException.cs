namespace Python;

/// <summary>There is no usable python3 on this machine.</summary>
public sealed class PythonMissingException() : Exception(
    "No python3 was found. Install Python 3.8 or newer with numpy (Debian and Ubuntu: apt install python3-numpy), or name it in COURSE_PYTHON.");
