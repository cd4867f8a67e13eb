namespace Tocsin.Tests.Support.Processes;

/// <summary>The programs of one build of the product.</summary>
/// <param name="Name">What tables and logs call it.</param>
/// <param name="Silo">The assembly of the silo.</param>
/// <param name="Gateway">The assembly of the gateway.</param>
public sealed record ServerBuild(string Name, string Silo, string Gateway)
{
    /// <summary>What this checkout built.</summary>
    public static ServerBuild Own { get; } = new("this build", Checkout.Silo, Checkout.Gateway);

    /// <summary>A build whose programs were copied to the folders <c>Silo</c> and <c>Gateway</c> of a folder.</summary>
    public static ServerBuild In(string folder, string name) => new(
        name, Path.Combine(folder, "Silo", "Tocsin.Silo.dll"), Path.Combine(folder, "Gateway", "Tocsin.Gateway.dll"));

    /// <summary>What another checkout built, in the configuration Release.</summary>
    /// <param name="checkout">The root of that checkout.</param>
    public static ServerBuild Of(string checkout) => new(
        checkout,
        Path.Combine(checkout, "Silo", "bin", "Release", "net10.0", "Tocsin.Silo.dll"),
        Path.Combine(checkout, "Gateway", "bin", "Release", "net10.0", "Tocsin.Gateway.dll"));
}
