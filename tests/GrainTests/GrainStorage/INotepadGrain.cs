namespace Tocsin.Tests.GrainTests.GrainStorage;

/// <summary>A grain that keeps one text, and lets a test meddle with what it remembers of the storage.</summary>
[Alias("tocsin.tests.INotepadGrain")]
public interface INotepadGrain : IGrainWithStringKey
{
    [Alias("ReadAsync")]
    Task<(string? Text, bool Exists, string? Etag)> ReadAsync();

    [Alias("WriteAsync")]
    Task<string?> WriteAsync(string text);

    [Alias("WriteWithAsync")]
    Task<bool> WriteWithAsync(string? etag, string text);

    [Alias("ClearAsync")]
    Task ClearAsync();

    [Alias("LeaveAsync")]
    Task LeaveAsync();
}
