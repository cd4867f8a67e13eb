using Tocsin.Streams;

namespace Tocsin.Bulletins;

/// <summary>The stream of one bulletin.</summary>
[Alias("tocsin.IBulletinStream")]
public interface IBulletinStream : IStreamGrain;
