import { generalLanes } from '../standard-lanes.ts'
import type { Template } from '../template.ts'

export const general: Template = {
  name: 'general',
  title: 'Customer journey in five stages',
  audience: 'any',
  summary: 'From first notice to recommendation. Fits most customers of most companies; a good first map.',
  stages: [
    {
      name: 'Awareness',
      purpose: 'People notice that they have a need and that you exist.',
      matches: [
        'ad', 'ads', 'ad click', 'advert', 'advertisement', 'campaign', 'impression', 'banner', 'social', 'social post', 'blog', 'blog post', 'article', 'podcast', 'webinar',
        'press', 'landing page', 'homepage', 'home page', 'home', 'organic search', 'search ad', 'paid search', 'event', 'trade show', 'fair', 'newsletter', 'visit', 'first visit',
        'anúncio', 'anuncio', 'anzeige', 'werbung', 'newsletter sign up', 'video', 'referral visit',
      ],
    },
    {
      name: 'Consideration',
      purpose: 'People compare what you offer with what else they could do.',
      matches: [
        'pricing', 'pricing page', 'price', 'product page', 'product', 'product view', 'view product', 'compare', 'comparison', 'demo', 'book demo', 'demo request', 'features', 'case study', 'white paper',
        'whitepaper', 'brochure', 'catalogue', 'catalog', 'category', 'search', 'site search', 'faq', 'download', 'enquiry', 'inquiry', 'contact form', 'sales call', 'chat', 'wishlist', 'reviews page',
        'read reviews', 'consult', 'consultation', 'request', 'produto', 'produkt', 'producto', 'vergleich', 'lead',
      ],
    },
    {
      name: 'Decision',
      purpose: 'People commit: they order, sign or pay.',
      matches: [
        'cart', 'basket', 'add to cart', 'checkout', 'order', 'order placed', 'placed', 'purchase', 'purchased', 'buy', 'payment', 'pay', 'paid', 'invoice', 'invoice paid', 'quote', 'proposal', 'offer',
        'contract', 'contract signed', 'signed', 'sign up', 'signup', 'sign up form', 'register', 'registered', 'registration', 'trial', 'start trial', 'subscribe', 'subscribed', 'closed won', 'approved',
        'booking', 'booked', 'carrinho', 'pedido', 'compra', 'pagamento', 'aprovado', 'bestellung', 'warenkorb', 'kasse', 'zahlung', 'carrito', 'pago',
      ],
    },
    {
      name: 'Retention',
      purpose: 'People get what they came for, use it, and stay.',
      matches: [
        'delivered', 'delivery', 'delivery estimate', 'shipped', 'shipment', 'shipping', 'handed to carrier', 'carrier', 'onboarding', 'setup', 'first login', 'login', 'log in', 'app open', 'feature used',
        'usage', 'used', 'support', 'support call', 'support chat', 'ticket', 'ticket opened', 'ticket solved', 'help', 'help centre', 'help center', 'complaint', 'return', 'returned', 'refund', 'renewal',
        'renewed', 'renew', 'repeat order', 'second order', 'reorder', 'account', 'training', 'survey', 'csat', 'ces', 'cancelled', 'canceled', 'cancel', 'churn', 'churned', 'entrega', 'entregue', 'enviado',
        'lieferung', 'geliefert', 'versandt', 'rücksendung', 'envío', 'devolución', 'devolução',
      ],
    },
    {
      name: 'Advocacy',
      purpose: 'People tell others, for better or worse.',
      matches: [
        'review', 'review written', 'product review', 'rating', 'rated', 'stars', 'testimonial', 'referral', 'refer a friend', 'referred', 'recommend', 'recommendation', 'share', 'shared', 'nps', 'nps survey',
        'reference call', 'community', 'loyalty', 'loyalty programme', 'loyalty program', 'avaliação', 'bewertung', 'empfehlung', 'reseña', 'opinión',
      ],
    },
  ],
  lanes: generalLanes,
}
