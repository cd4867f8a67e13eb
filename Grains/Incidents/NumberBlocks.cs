namespace Tocsin.Incidents;

/// <summary>How many numbers of a day were handed out.</summary>
[GenerateSerializer, Alias("tocsin.NumberBlocks")]
public sealed class NumberBlocks
{
    /// <summary>How many.</summary>
    [Id(0)]
    public int Taken { get; set; }
}
