using Tocsin.Streams;

namespace Tocsin.Units;

/// <summary>The stream of one unit, for commands on other streams that touch it.</summary>
[Alias("tocsin.IUnitStream")]
public interface IUnitStream : IStreamGrain;
