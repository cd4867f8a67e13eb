namespace Tocsin.Calling;

/// <summary>
/// No silo of the cluster has the grain that was called: all of them are of an older version. Nothing was done, and trying again does not
/// help until one is replaced.
/// </summary>
public sealed class NotYetEverywhereException : Exception
{
    /// <summary>Makes one.</summary>
    public NotYetEverywhereException()
        : this("No silo of the cluster has the grain.", null)
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public NotYetEverywhereException(string message)
        : this(message, null)
    {
    }

    /// <summary>Makes one with its reason and its cause.</summary>
    public NotYetEverywhereException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
