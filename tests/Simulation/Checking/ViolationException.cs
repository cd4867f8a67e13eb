namespace Tocsin.Tests.Simulation;

/// <summary>Something happened that must never happen.</summary>
public sealed class ViolationException(string what) : Exception(what)
{
    /// <summary>Makes one without words.</summary>
    public ViolationException()
        : this("")
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public ViolationException(string what, Exception inner)
        : this(what) => _ = inner;
}
