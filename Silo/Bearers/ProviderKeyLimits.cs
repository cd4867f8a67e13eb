namespace Tocsin.Bearers;

/// <summary>The limits of a silo that reads the provider's keys.</summary>
public static class ProviderKeyLimits
{
    /// <summary>How often the keys are read while all is well: 5 min.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The least time between two reads, however many tokens name a key that is not known: 2 s, so that a gateway that tries again within
    /// its 5 s finds the new key.
    /// </summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);

    /// <summary>How often the file with the keys is looked at: 10 s, as those of certificates.</summary>
    public static readonly TimeSpan FileAge = TimeSpan.FromSeconds(10);

    /// <summary>How long the provider has to answer: 5 s.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>The most bytes of a document of the provider, and of the file: 1 MiB.</summary>
    public const int DocumentBytesMax = 1024 * 1024;
}
