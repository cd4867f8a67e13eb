using Tocsin.Hosting;
using Tocsin.Secrets;
using Tocsin.Settings;

namespace Tocsin.Bearers;

/// <summary>Has a silo check who calls it.</summary>
internal static class BearerSetup
{
    /// <summary>Adds what it needs; before the services of the grains.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static void AddBearers(this IHostApplicationBuilder builder, RunMode mode)
    {
        var settings = BearerSettings.Read(builder.Configuration, mode);
        builder.Services.AddSingleton(settings);
        builder.Services.Configure<BearerOptions>(options => options.Unchecked = settings.Unchecked);
        builder.Services.Configure<DevTokenOptions>(options => options.AreAllowed = settings.DevTokensAllowed);
        if (settings.Provider is { } provider)
            builder.Services.AddProviderKeys(provider);
        builder.Services.AddSingleton<ITokenJudge, TokenJudge>();
        builder.Services.AddTocsinBearers();
    }
}
