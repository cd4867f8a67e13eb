namespace Tocsin.Journal;

/// <summary>
/// The journal could not answer in time. It does not say that nothing was written: the same command id is safe to repeat.
/// The edge answers 503 <c>unavailable</c> with <c>Retry-After</c>.
/// </summary>
[GenerateSerializer, Alias("tocsin.JournalUnavailableException")]
public sealed class JournalUnavailableException : Exception
{
    /// <summary>
    /// Makes one with its reason and what caused it. The cause goes into the message and not along: it is of a type that a gateway, which has
    /// no database, does not know, and an exception that cannot be read there would come to 500.
    /// </summary>
    public JournalUnavailableException(string message, Exception? inner = null)
        : base(inner is null ? message : $"{message} ({inner.GetType().Name}: {inner.Message})")
    {
    }

    /// <summary>Makes one without a reason.</summary>
    public JournalUnavailableException()
        : this("The journal cannot be reached.")
    {
    }

    /// <summary>Makes one with its reason.</summary>
    public JournalUnavailableException(string message)
        : this(message, null)
    {
    }
}
