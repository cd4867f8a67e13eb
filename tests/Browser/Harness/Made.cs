namespace Tocsin.Tests.Browser.Harness;

/// <summary>An incident that was made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number: 261130-0012.</param>
internal sealed record Made(string Id, string Number)
{
    /// <summary>What people say of the number.</summary>
    public string Spoken => Number[(Number.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
