using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tocsin.Tests.Provider;

/// <summary>The provider: OpenIddict, a page on which a name is typed, and a cookie that remembers it.</summary>
internal static class ProviderApp
{
    /// <summary>Builds it.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var options = ProviderOptions.Read(builder.Configuration);
        Directory.CreateDirectory(options.Folder);
        builder.Services.AddSingleton(options);
        builder.Services.AddDbContext<ProviderStore>(
            store => store.UseSqlite($"Data Source={Path.Combine(options.Folder, "provider.db")}").UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ProviderStore>())
            .AddServer(server => SetUp(server, options));
        builder.Services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "provider");
        // The console's pages ask from another origin.
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(any => any.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()));
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapProvider(options);
        return app;
    }

    /// <summary>Makes the store, and registers the console.</summary>
    public static async Task SeedAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProviderStore>().Database.EnsureCreatedAsync();
        var options = scope.ServiceProvider.GetRequiredService<ProviderOptions>();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await clients.FindByClientIdAsync(options.Client) is not null)
            return;
        var console = new OpenIddictApplicationDescriptor
        {
            ClientId = options.Client,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        foreach (var redirect in options.Redirects)
        {
            console.RedirectUris.Add(new Uri(redirect));
            console.PostLogoutRedirectUris.Add(new Uri(redirect));
        }

        await clients.CreateAsync(console);
    }

    private static void SetUp(OpenIddictServerBuilder server, ProviderOptions options)
    {
        server.SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetRevocationEndpointUris("connect/revoke")
            .SetEndSessionEndpointUris("connect/end");
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Profile);
        server.SetAccessTokenLifetime(options.AccessTokenLifetime);
        server.AddSigningKey(KeptKeys.Signing(options.Folder));
        server.AddEncryptionKey(KeptKeys.Encryption(options.Folder));
        // A gateway reads access tokens itself.
        server.DisableAccessTokenEncryption();
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .DisableTransportSecurityRequirement();
    }
}
