using Microsoft.EntityFrameworkCore;

namespace Tocsin.Tests.Provider;

/// <summary>Where OpenIddict keeps its client, its grants and its tokens.</summary>
internal sealed class ProviderStore(DbContextOptions<ProviderStore> options) : DbContext(options);
