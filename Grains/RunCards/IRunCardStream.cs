using Tocsin.Streams;

namespace Tocsin.RunCards;

/// <summary>The stream of one run card.</summary>
[Alias("tocsin.IRunCardStream")]
public interface IRunCardStream : IStreamGrain;
