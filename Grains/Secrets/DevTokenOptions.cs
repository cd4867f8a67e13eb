namespace Tocsin.Secrets;

/// <summary>Whether this silo has a key for development tokens, and takes them for good.</summary>
public sealed class DevTokenOptions
{
    /// <summary>Whether development tokens are allowed. The default value is <see langword="true"/>.</summary>
    public bool AreAllowed { get; set; } = true;
}
