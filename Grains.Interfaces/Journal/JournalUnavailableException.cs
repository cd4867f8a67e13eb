namespace Tocsin.Journal;

/// <summary>
/// The journal could not answer in time. It does not say that nothing was written: the same command id is safe to repeat.
/// The edge answers 503 <c>unavailable</c> with <c>Retry-After</c>.
/// </summary>
[GenerateSerializer, Alias("tocsin.JournalUnavailableException")]
public sealed class JournalUnavailableException : Exception
{
    /// <summary>Makes one with its reason.</summary>
    public JournalUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>
    /// Whether the reason is that a newer version of the program wrote what this process cannot read: the edge then answers 503
    /// <c>newerVersion</c>. Older
    /// programs do not see it and answer 503 <c>unavailable</c>. The default value is false.
    /// </summary>
    [Id(0)]
    public bool NewerVersion { get; init; }

    /// <summary>
    /// Whether the reason is that what was to be read is damaged: the edge then answers 503 <c>damaged</c>. Older programs do not see it
    /// and answer 503 <c>unavailable</c>. The default value is false.
    /// </summary>
    [Id(1)]
    public bool Damaged { get; init; }

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
