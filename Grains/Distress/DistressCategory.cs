namespace Tocsin.Distress;

/// <summary>The category of an incident about an officer in distress, as a fact of the command (<c>Tocsin:PanicCategory</c>).</summary>
/// <param name="Word">The category, 1 to 100 characters.</param>
internal sealed record DistressCategory(string Word);
