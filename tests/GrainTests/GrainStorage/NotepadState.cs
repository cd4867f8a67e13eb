namespace Tocsin.Tests.GrainTests.GrainStorage;

[GenerateSerializer]
[Alias("tocsin.tests.NotepadState")]
public sealed class NotepadState
{
    [Id(0)]
    public string? Text { get; set; }
}
