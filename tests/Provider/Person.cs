using System.Text.Json;

namespace Tocsin.Tests.Provider;

/// <summary>A person who can sign in.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="UnitId">The unit; null: none.</param>
/// <param name="Acr">How strongly the person signs in, if asked to; null: with nothing but the name.</param>
internal sealed record Person(IReadOnlyList<string> Roles, string? UnitId, string? Acr = null)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The person of that name, as the file has it now; null: there is none.</summary>
    public static Person? Find(ProviderOptions options, string? name) => name is not null
        && File.Exists(options.PeopleFile)
        && JsonSerializer.Deserialize<Dictionary<string, Person>>(File.ReadAllText(options.PeopleFile), Web) is { } people
            ? people.GetValueOrDefault(name)
            : null;
}
