namespace Tocsin.Journal.Writing;

/// <summary>
/// The database refused this append for what stands in it (a NUL in a text, say) and nothing was written. Sending it again does not help:
/// it is a fault of the caller, as an <see cref="ArgumentException"/> would be, seen by the database instead of by us.
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
