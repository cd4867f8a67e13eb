namespace Tocsin.Incidents;

/// <summary>Hands out blocks of incident numbers. Its key is the day, <c>YYMMDD</c>.</summary>
[Alias("tocsin.INumberBlockGrain")]
public interface INumberBlockGrain : IGrainWithStringKey
{
    /// <summary>Takes a block that nobody else has.</summary>
    /// <param name="count">1 to 10,000.</param>
    /// <returns>Its first number; a day's first is 1.</returns>
    [Alias("Take")]
    Task<int> Take(int count);
}
