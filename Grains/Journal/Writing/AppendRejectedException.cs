namespace Tocsin.Journal.Writing;

/// <summary>
/// The database rejected this append because of its data (a NUL in a text, say), and nothing was written. A retry does not help: like an
/// <see cref="ArgumentException"/>, it is a fault of the caller.
/// </summary>
public sealed class AppendRejectedException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>Makes one without a reason.</summary>
    public AppendRejectedException()
        : this("The database refused the append.", null)
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public AppendRejectedException(string message)
        : this(message, null)
    {
    }
}
