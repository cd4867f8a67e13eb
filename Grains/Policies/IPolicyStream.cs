using Tocsin.Streams;

namespace Tocsin.Policies;

/// <summary>The stream of one timing policy.</summary>
[Alias("tocsin.IPolicyStream")]
public interface IPolicyStream : IStreamGrain;
