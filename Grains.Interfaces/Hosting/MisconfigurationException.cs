namespace Tocsin.Hosting;

/// <summary>A configuration key has no usable value: the start stops with its message as one line, and exit code 1.</summary>
public sealed class MisconfigurationException : Exception
{
    /// <summary>Names the key and says what it must be.</summary>
    /// <param name="key">The key as the contract writes it, e.g. <c>Tocsin:Mode</c>.</param>
    /// <param name="mustBe">
    /// What it must be, e.g. <c>must be Embedded or Cluster</c>; the value itself may be a secret and is left out.
    /// </param>
    public MisconfigurationException(string key, string mustBe)
        : base($"{key} {mustBe}.")
    {
    }

    /// <summary>Makes one without a key, for serializers only.</summary>
    public MisconfigurationException()
        : this("A configuration key", "is wrong")
    {
    }

    /// <summary>A whole line.</summary>
    public MisconfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>A whole line, and what caused it.</summary>
    public MisconfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
