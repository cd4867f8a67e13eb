using Tocsin.Streams;

namespace Tocsin.Policies;

/// <summary>The stream of one setting.</summary>
[Alias("tocsin.ISettingStream")]
public interface ISettingStream : IStreamGrain;
