namespace Course.Blur.Box;

/// <summary>The widest instructions a blur may use. Tests and lessons choose; everybody else leaves <see cref="Best"/>.</summary>
public enum BoxInstructions
{
    /// <summary>The fastest that this CPU has.</summary>
    Best,

    /// <summary>One pixel at a time.</summary>
    Scalar,

    /// <summary>128 bits at a time, with operations that every .NET platform has (SSE, Arm AdvSimd, WebAssembly).</summary>
    Vector128,

    /// <summary>256 bits at a time (AVX2).</summary>
    Vector256,

    /// <summary>512 bits at a time (AVX-512 with VBMI: Intel since Ice Lake, AMD since Zen 4).</summary>
    Vector512,
}
