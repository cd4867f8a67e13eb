namespace Tocsin.Tests.Support.SignIn;

/// <summary>A person whom a <see cref="RunningProvider"/> knows.</summary>
/// <param name="Name">The name, which is the subject.</param>
/// <param name="Roles">The roles.</param>
/// <param name="UnitId">The unit; null: none.</param>
/// <param name="Acr">How strongly the person signs in, if asked to; null: with nothing but the name.</param>
public sealed record ProviderPerson(string Name, IReadOnlyList<string> Roles, string? UnitId = null, string? Acr = null)
{
    /// <summary>Somebody with one role.</summary>
    public static ProviderPerson As(string name, string role, string? unitId = null) => new(name, [role], unitId);
}
