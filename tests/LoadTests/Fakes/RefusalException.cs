namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>What the fake throws to answer a problem.</summary>
public sealed class RefusalException(int status, string code, object? units = null, string? stage = null) : Exception(code)
{
    public int Status => status;

    public object Problem => new { Title = Message, Status = status, Code = Message, Units = units, Stage = stage };
}
