namespace Tocsin.Bearers;

/// <summary>The limits of reading the provider's keys.</summary>
public static class ProviderKeyLimits
{
    /// <summary>How often the keys are read while all is well: 5 min, so that a provider that is away is noticed.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How soon the keys are read again after they were read, when a token names one that is not known: 2 s, so that a gateway that tries
    /// a call of somebody again for its 5 s finds a silo that has the new key.
    /// </summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);

    /// <summary>How often the file with the keys is looked at: 10 s, as those of certificates.</summary>
    public static readonly TimeSpan FileAge = TimeSpan.FromSeconds(10);

    /// <summary>How long the provider has to give its keys, all in all: 5 s. No request waits longer for it.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>The first delay before a provider that failed is asked again: 1 s; it doubles up to <see cref="RetryMax"/>.</summary>
    public static readonly TimeSpan RetryFirst = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay before a provider that failed is asked again: 30 s.</summary>
    public static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of a document of the provider, of the file that keeps them, and of the file with the keys: 1 MiB.</summary>
    public const int DocumentBytesMax = 1024 * 1024;
}
