using Tocsin.Streams;

namespace Tocsin.Calls;

/// <summary>The stream of one call, for commands on other streams that touch it.</summary>
[Alias("tocsin.ICallStream")]
public interface ICallStream : IStreamGrain;
