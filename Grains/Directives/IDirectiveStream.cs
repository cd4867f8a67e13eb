using Tocsin.Streams;

namespace Tocsin.Directives;

/// <summary>The stream of one directive, for commands on other streams that touch it.</summary>
[Alias("tocsin.IDirectiveStream")]
public interface IDirectiveStream : IStreamGrain;
