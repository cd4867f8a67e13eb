namespace Tocsin.Bearers;

/// <summary>How a silo treats calls that do not say where they come from, as gateways and silos of before send them.</summary>
public sealed class BearerOptions
{
    /// <summary>
    /// <see langword="true"/>: they are never refused; <see langword="false"/>: always; null (the default): as soon as all silos are of
    /// this version and none has had such a call for <see cref="BearerLimits.QuietBefore"/>.
    /// </summary>
    public bool? Unchecked { get; set; }
}
